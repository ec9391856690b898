# Connects by asyncio.
import asyncio


def attack(port):
    async def reach():
        await asyncio.open_connection("127.0.0.1", port)

    asyncio.run(reach())
    return "reached"
