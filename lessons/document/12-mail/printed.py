import smtplib
from email.mime.text import MIMEText

def process(context):
  message = MIMEText(context.data.contents)

  message['Subject'] = context.data.subject
  message['From'] = context.data.sender
  message['To'] = context.data.recipient

  session = smtplib.SMTP()

  try:
    await am.shield(asyncio.to_thread(lambda session.connect(context.data.address)))
    await context.checkpoint()

    try:
      await am.shield(asyncio.to_thread(lambda: session.login(context.data.username, context.data.password)))
    except smtp.SMTPAuthenticationError as e:
      raise am.ProcessFailureError('Invalid credentials') from e

    await context.checkpoint()

    await am.shield(asyncio.to_thread(lambda: session.sendmail(context.data.sender, [context.data.recipient], msg.as_string())))
    await context.checkpoint()
  except smtp.SMTPException as e:
    raise am.ProcessFailureError from e
  finally:
    await am.shield(asyncio.to_thread(lambda: session.quit()))
