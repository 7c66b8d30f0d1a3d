import asyncio

def process(context):
  context.send_duration(4.5) # Estimated 4.5 seconds

  await am.shield(asyncio.to_thread(run_synchronous_action))
