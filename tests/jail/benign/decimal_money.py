# Rounds money as banks do.
from decimal import ROUND_HALF_EVEN, Decimal


def decimal_money(n: int) -> str:
    price = Decimal("1.005") * n
    return str(price.quantize(Decimal("0.01"), rounding=ROUND_HALF_EVEN))
