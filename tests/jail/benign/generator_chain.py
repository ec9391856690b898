# Generators that feed one another.
def generator_chain(xs):
    def odd(values):
        for value in values:
            if value % 2:
                yield value

    def twice(values):
        yield from (2 * value for value in values)

    return sum(twice(odd(xs)))
