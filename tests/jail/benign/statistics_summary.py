# Says what is usual.
from statistics import fmean, median, pstdev


def statistics_summary(xs: list[int]) -> list[float]:
    return [fmean(xs), median(xs), round(pstdev(xs), 3)]
