async def process(data, context):
  context.pausable = True

  for index in range(10):
    await run_step(index)
    context.send_location(...)

    await context.checkpoint()
