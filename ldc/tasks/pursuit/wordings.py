"""Other ways to say each phrase; the last two of each are never trained on."""

ABOUT: dict[tuple[str, str], tuple[str, ...]] = {
    ("prey", "is a decoy"): (
        *("is a fake", "is a dummy", "is only bait", "is not real", "is a phantom"),
        *("is an impostor", "is a trick", "is there to fool you", "is a mere puppet"),
        *("is a sham", "is just a lure"),
    ),
    ("prey", "leaves soon"): (
        *("is about to go", "will be gone shortly", "slips off before long"),
        *("is on its way out", "goes away any minute", "is off in a while"),
        *("means to get away soon", "has little time left here", "quits presently"),
        *("departs in a moment", "will soon vanish"),
    ),
    ("prey", "freezes when seen from two sides"): (
        *("stands still when watched from two directions", "stops if two flank it"),
        *("goes rigid between two onlookers", "halts when eyed from both sides"),
        *("cannot move with a watcher on either hand", "is fixed by a pair of eyes"),
        *("stiffens once two look at it", "holds still when it is between two"),
        *("turns to stone if spotted left and right",),
        *("is stunned if spotted from two angles", "locks up when two have it in view"),
    ),
    ("prey", "runs twice as fast"): (
        *("doubles its pace", "has picked up speed", "sprints now"),
        *("is quicker than before", "bolts at double speed", "has become very swift"),
        *("covers two squares at once", "is much faster today", "flies along"),
        *("races ahead", "now dashes"),
    ),
    ("hunter", "is tired"): (
        *("is weary", "is worn out", "needs rest", "is short of breath"),
        *("has no strength left", "must catch its breath", "is drained", "is spent"),
        *("wants a break", "is exhausted", "is flagging"),
    ),
    ("hunter", "has broken down"): (
        *("is out of action", "has failed", "lies stranded", "stopped working"),
        *("cannot go on", "needs repair", "is out of order", "has a breakdown"),
        *("is stuck for good", "is disabled", "has conked out"),
    ),
}
"""(who, what is said of it) -> other ways to say that."""

WORDINGS: dict[str, tuple[str, ...]] = {
    "the prey run loose": (
        *("the prey roam about", "all prey are on the run", "the game is at large"),
        *("the prey dart around", "the prey are out there", "the herd is on the move"),
        *("prey wander everywhere", "the prey are free to go", "the prey keep moving"),
        *("the quarry moves about freely", "prey scurry everywhere"),
    ),
    "the target runs free": (
        *("the target is in flight", "the chosen prey is on the run"),
        *("the target keeps fleeing", "the mark runs off", "the target is at large"),
        *("the one you chase is running", "the target gets away", "the target flees"),
        *("what you chase is moving off",),
        *("the chosen one is fleeing freely", "the mark is still running"),
    ),
    "the way is clear": (
        *("nothing blocks the path", "the path is open", "the road lies free"),
        *("no obstacle stands ahead", "the line is free", "you can go straight on"),
        *("nothing is in between", "it is open all the way", "the lane is empty"),
        *("the route is unobstructed", "the track ahead is free"),
    ),
    "something is in the way": (
        *("the path is blocked", "an obstacle stands ahead", "a barrier cuts the path"),
        *("the road is shut", "you cannot go straight on", "there is a thing between"),
        *("the line is cut off", "the lane is closed", "a block stops you"),
        *("the route is obstructed", "the track ahead is barred"),
    ),
    "no news": (
        *("nothing to report", "all quiet", "no word today", "nothing is announced"),
        *("no message came", "there is nothing new", "no bulletin", "nothing is known"),
        *("the wire is silent", "silence on the radio", "there are no tidings"),
    ),
    "fog hides you": (
        *("mist covers you", "haze conceals you", "you are veiled by mist"),
        *("thick haze shields you", "you stand unseen in fog", "a cloud wraps you"),
        *("the fog keeps you out of sight", "nobody sees you for mist"),
        *("you vanish in grey vapour",),
        *("murk cloaks you", "you are lost in the mist to their eyes"),
    ),
    "fog hides you in the {who} half": (
        *("mist covers you in the {who} half", "haze conceals you up in the {who}"),
        *("you are veiled by mist in the {who}", "a cloud wraps you in the {who}"),
        *("thick haze shields you in the {who} half",),
        *(
            "in the {who} you stand unseen in fog",
            "nobody sees you for mist in the {who}",
        ),
        *("in the {who} the fog keeps you out of sight",),
        *("you vanish in grey vapour in the {who}", "murk cloaks you in the {who}"),
        *("you are lost in the mist to their eyes in the {who}",),
    ),
    "the prey cannot see or hear you": (
        *("the prey are blind and deaf to you", "the prey neither notice nor hear you"),
        *("you go unseen or unheard by the prey", "the prey do not sense you coming"),
        *("no prey knows that you are near", "you can walk up to the prey"),
        *("the prey suspect nothing", "the prey take no notice", "you are not noticed"),
        *("you are hidden from eyes or ears of the prey", "the prey miss your coming"),
    ),
    "dry leaves crackle": (
        *(
            "the ground is noisy",
            "twigs snap at every tread",
            "the floor rustles loudly",
        ),
        *("steps make a racket", "feet are loud here", "walking is heard far off"),
        *("the undergrowth crunches", "every step sounds", "the forest floor is loud"),
        *("brittle litter gives steps away", "footfalls ring out"),
    ),
    "dry leaves crackle under many feet": (
        *("the ground is noisy when many walk", "twigs snap at every tread of a crowd"),
        *("the floor rustles loudly under many", "steps make a racket if all move"),
        *("many feet are loud here", "a crowd walking is heard far off"),
        *("the undergrowth crunches under a group", "many steps sound loudly"),
        *("the forest floor is loud under many",),
        *("brittle litter gives steps away when many go",),
        *("footfalls ring out if several walk",),
    ),
    "the prey are curious": (
        *("the prey are inquisitive", "the prey want to have a look"),
        *("the prey come and sniff", "the prey are nosy", "the prey want to know more"),
        *("the prey come to look", "the prey peek", "the prey cannot help looking"),
        *("the prey step up to see", "the prey like to snoop"),
        *("the prey wonder what is there",),
    ),
    "the prey are curious about still hunters": (
        *("the prey are inquisitive about hunters at rest",),
        *("the prey want to have a look at hunters who wait",),
        *("the prey come and sniff at still hunters", "the prey peek at idle hunters"),
        *(
            "the prey are nosy about hunters who stand",
            "the prey come to look who rests",
        ),
        *("the prey want to know more of hunters who pause",),
        *("the prey cannot help looking at hunters who stop",),
        *("the prey step up to see a hunter who lies low",),
        *("the prey like to snoop on motionless hunters",),
        *("the prey wonder what is there when hunters halt",),
    ),
    "a zone is closed to hunters": (
        *("part of the board is off limits", "an area is barred", "a field is locked"),
        *(
            "some squares are forbidden now",
            "a block is fenced off",
            "keep off one part",
        ),
        *("there is a no-go area", "one corner may not be entered", "a space is taboo"),
        *("a patch is out of bounds", "a region was sealed"),
    ),
    **{
        f"a {who} {said}": tuple(f"a {who} {w}" for w in other)
        for (who, said), other in ABOUT.items()
    },
    **{
        f"{who} {{who}} {said}": tuple(f"{who} {{who}} {w}" for w in other)
        for (who, said), other in ABOUT.items()
    },
}
"""Phrase of the vocabulary -> other wordings."""
