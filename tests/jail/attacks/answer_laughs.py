# A few lists that are ten to the tenth numbers when written out.
def attack(n):
    answer = [n]
    for _ in range(10):
        answer = [answer] * 10
    return answer
