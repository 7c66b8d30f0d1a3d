def process(context):
  try:
    await run_asynchronous_action()
  except Exception as e:
    raise am.ProcessFailureError from e
