async def process(data, context):
  context.pausable = True

  while True:
    try:
      await context.wait(long_step())
    except PauseRequest:
      context.send_location(...)
      await context.checkpoint()
    else:
      break
