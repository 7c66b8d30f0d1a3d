def process(context):
  data = context.data

  while True:
    try:
      await context.wait(fetch_http(data.address))
    except SwapRequest as e:
      # e.old_data
      data = e.data
    else:
      break
