const colours = process.stderr.isTTY && !process.env.NO_COLOR;

/**
 * Says on standard error what is being done; standard output stays free for results.
 *
 * @param {string} text
 */
export function say(text) {
  process.stderr.write(`${colours ? '\x1b[1m' : ''}▸ ${text}${colours ? '\x1b[0m' : ''}\n`);
}
