/** Something that stops a command, in words for the person who typed it: what happened, and what to do about it. */
export class Problem extends Error {
  /**
   * @param {string} message what happened
   * @param {string} remedy what to do
   */
  constructor(message, remedy) {
    super(message);
    this.remedy = remedy;
  }
}

/**
 * Runs a command of package.json: a problem becomes two sentences and exit status 1, anything else keeps its stack.
 *
 * @param {() => Promise<void>} command
 */
export async function main(command) {
  try {
    await command();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    process.stderr.write(`\n✗ ${error.message}\n  What to do: ${error.remedy}\n`);
    process.exitCode = 1;
  }
}
