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
type Location = { phase: 'waiting' | 'connecting' | 'sending' };

// Tells somebody by mail that the plates are done.
export default async function sendMail(context: am.ProcessContext<typeof data, Location>) {
  const { address, username, password } = context.data;
  const { sender, recipient, subject, contents } = context.data;
  const session = new blocking.SMTP();

  context.sendLocation({ phase: 'waiting' });
  await asyncio.sleep(10);

  try {
    context.sendLocation({ phase: 'connecting' });
    await am.shield(asyncio.toThread(() => session.connect(address)));
    await am.shield(asyncio.toThread(() => session.login(username, password)));

    context.sendLocation({ phase: 'sending' });
    await am.shield(send());
  } catch (error) {
    if (error instanceof SMTPAuthenticationError) {
      throw new am.ProcessFailureError('Invalid credentials', {
        cause: error,
      });
    }
    if (!(error instanceof OSError)) throw error;
    throw new am.ProcessFailureError(error.message, {
      cause: error,
    });
  } finally {
    // Without a connection quit() fails, and hides what went wrong.
    if (session.connected) {
      await am.shield(asyncio.toThread(() => session.quit()));
    }
  }

  /** The mail and its report belong together. */
  async function send() {
    await asyncio.toThread(() => {
      session.send({
        from: sender,
        to: recipient,
        subject,
        text: contents,
      });
    });
    context.sendEffect(new am.GenericEffect(`Mail sent to ${recipient}`));
  }
}
