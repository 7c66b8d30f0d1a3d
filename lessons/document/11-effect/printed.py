def process(context):
  context.send_effect(am.FileCreatedEffect('file.txt'))
