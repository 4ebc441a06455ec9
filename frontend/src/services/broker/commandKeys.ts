/** Names of commands: the same name never commands twice, however often it is sent. */

const KEY_BYTES = 16;

export class CommandKeys {
  /** Commands whose outcome nobody knows, by what they ask. */
  private readonly open = new Map<string, { key: string; subject: string | undefined }>();
  /** Keys of commands that are being sent, and of which no update has told yet. */
  private readonly sending = new Set<string>();

  /** @param newKey by default 128 random bits; the browser's own UUIDs need a secure origin */
  constructor(private readonly newKey: () => string = randomKey) {}

  /**
   * Runs a command under its key. When it ends in doubt (no answer came), the key is kept: asking
   * for the same again repeats the command instead of making a second one, until its subject is
   * told of: who asks after that has seen what became of it, and means another command.
   *
   * @param asked what the command is, in JSON's types
   * @param isInDoubt whether an error leaves open what was done
   * @param subject what an update will tell of when it is done; the key itself when left out
   */
  async run<T>(
    asked: unknown,
    command: (key: string) => Promise<T>,
    isInDoubt: (error: unknown) => boolean,
    subject?: string,
  ): Promise<T> {
    const text = JSON.stringify(asked);
    const key = this.open.get(text)?.key ?? this.newKey();
    this.open.delete(text);
    this.sending.add(key);
    try {
      return await command(key);
    } catch (error) {
      if (isInDoubt(error) && this.sending.has(key)) this.open.set(text, { key, subject });
      throw error;
    } finally {
      this.sending.delete(key);
    }
  }

  /** An update has told of `subject`: there is no doubt any more of what was asked of it. */
  told(subject: string): void {
    this.sending.delete(subject);
    for (const [text, asked] of this.open) {
      if ((asked.subject ?? asked.key) === subject) this.open.delete(text);
    }
  }
}

/** What names an order or a position of an account in updates. */
export function subjectOf(accountId: string, id: string): string {
  return `${accountId}/${id}`;
}

function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(KEY_BYTES));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
