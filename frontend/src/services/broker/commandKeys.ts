/** Names of commands: the same name never commands twice, however often it is sent. */

const KEY_BYTES = 16;

export class CommandKeys {
  /** Commands whose outcome nobody knows, by what they ask. */
  private readonly open = new Map<string, string>();

  /** @param newKey by default 128 random bits; the browser's own UUIDs need a secure origin */
  constructor(private readonly newKey: () => string = randomKey) {}

  /**
   * Runs a command under its key. When it ends in doubt (no answer came), the key is kept: asking
   * for the same again repeats the command instead of making a second one.
   *
   * @param asked what the command is, in JSON's types
   * @param isInDoubt whether an error leaves open what was done
   */
  async run<T>(
    asked: unknown,
    command: (key: string) => Promise<T>,
    isInDoubt: (error: unknown) => boolean,
  ): Promise<T> {
    const text = JSON.stringify(asked);
    const key = this.open.get(text) ?? this.newKey();
    this.open.delete(text);
    try {
      return await command(key);
    } catch (error) {
      if (isInDoubt(error)) this.open.set(text, key);
      throw error;
    }
  }
}

function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(KEY_BYTES));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
