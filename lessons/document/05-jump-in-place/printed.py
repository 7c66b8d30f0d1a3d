def process(context):
  for index in range(context.point if context.point else 0, 5):
    coro = run_step(index)

    while True:
      try:
        await context.wait(asyncio.shield(coro))
      except JumpRequest as e:
        if (new_index := e.point.index) != index:
          index = new_index
          break

        coro.cancel()

        try:
          await coro
        except asyncio.CancelledError:
          pass
      else:
        break
