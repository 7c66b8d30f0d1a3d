import urllib3

def process(context):
  try:
    resp = await asyncio.to_thread(lambda: urllib3.request("GET", context.data))
  except urllib3.exceptions.HTTPError as e:
    raise am.ProcessFailureError as e
