import * as am from 'automancer';
import * as asyncio from 'asyncio';
import { blocking, OSError, SMTPAuthenticationError } from 'hardware';

export const data = am.record({
  address: am.str(),
  username: am.str(),
  password: am.str(),
  sender: am.str(),
  recipient: am.str(),
  subject: am.str(),
  contents: am.str(),
});
type Location = { phase: 'waiting' | 'connecting' | 'logging in' | 'sending' | 'sent' };

// Sending an e-mail by a driver that blocks.
//
// Try: Run, and choose a fault at Mail, beside the devices, within the
//      first 10 s. “Refuse the password”: the step fails with Invalid
//      credentials. “Slow server”: press Halt while it is sending. The
//      mail is in the mailbox all the same: a blocking call cannot be
//      stopped, so the halt waits for it.
export default async function sendMail(context: am.ProcessContext<typeof data, Location>) {
  const { address, username, password, sender, recipient, subject, contents } = context.data;
  const session = new blocking.SMTP();
  const inThread = (action: () => void) => am.shield(asyncio.toThread(action));

  context.pausable = true;
  context.sendLocation({ phase: 'waiting' });
  await asyncio.sleep(10);
  await context.checkpoint();

  try {
    context.sendLocation({ phase: 'connecting' });
    await inThread(() => session.connect(address));
    await context.checkpoint();

    context.sendLocation({ phase: 'logging in' });
    try {
      await inThread(() => session.login(username, password));
    } catch (error) {
      if (!(error instanceof SMTPAuthenticationError)) throw error;
      throw new am.ProcessFailureError('Invalid credentials', { cause: error });
    }
    await context.checkpoint();

    context.sendLocation({ phase: 'sending' });
    await inThread(() => void session.send({ from: sender, to: recipient, subject, text: contents }));

    // Told before anything else can come in between.
    context.sendEffect(new am.GenericEffect(`Mail sent to ${recipient}`));
    context.sendLocation({ phase: 'sent' });

    // The trap: the document has a checkpoint here. Take the // away, run,
    // choose “Slow server”, and press Jump while it is sending: the jump
    // leaves the process at this line, it runs again from its first line,
    // and there are two mails in the mailbox.
    // await context.checkpoint();
  } catch (error) {
    // A refused connection is an OSError, but no SMTPException.
    if (!(error instanceof OSError)) throw error;
    throw new am.ProcessFailureError(error.message, { cause: error });
  } finally {
    // quit() without a connection fails, and its error would take the place
    // of the one that matters.
    if (session.connected) await inThread(() => session.quit());
  }
}
