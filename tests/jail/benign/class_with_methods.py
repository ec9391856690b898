# A class with a constructor and methods that change it.
class Stack:
    def __init__(self, items):
        self.items = list(items)
        self.pushed = 0

    def push(self, item):
        self.items.append(item)
        self.pushed += 1

    def pop(self):
        return self.items.pop()

    def __len__(self):
        return len(self.items)


def class_with_methods(xs, n):
    stack = Stack(xs)
    stack.push(n)
    return [stack.pop(), len(stack), stack.pushed]
