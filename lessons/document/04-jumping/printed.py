def process(context):
  for index in range(context.point.index if context.point else 0, 5):
    try:
      await context.wait(run_step(index))
    except JumpRequest as e:
      # e.old_point
      index = e.point.index
