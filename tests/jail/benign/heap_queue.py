# The shortest way through a weighted graph.
import heapq


def heap_queue(n):
    edges = {step: [(step + 1, 2), (step + 2, 3)] for step in range(n + 2)}
    best = {0: 0}
    heap = [(0, 0)]
    while heap:
        cost, place = heapq.heappop(heap)
        if cost > best.get(place, cost):
            continue
        for neighbour, length in edges.get(place, []):
            if cost + length < best.get(neighbour, 10**9):
                best[neighbour] = cost + length
                heapq.heappush(heap, (cost + length, neighbour))
    return best[n]
