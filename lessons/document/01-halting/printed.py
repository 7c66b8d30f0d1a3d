import asyncio

async def process(data, context):
  try:
    await run_step1()
    await run_step2()
  except asyncio.CancelledError:
    # ...
