# A coroutine as an answer.
async def attack(n):
    return n
