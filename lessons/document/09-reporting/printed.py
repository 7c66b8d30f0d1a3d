def process(context):
  try:
    await run_asynchronous_action()
  except Exception as e:
    context.send_error(am.GenericDiagnostic(e))
    context.send_warning(am.GenericDiagnostic(e))
