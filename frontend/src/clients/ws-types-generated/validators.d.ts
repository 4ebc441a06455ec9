// Generated from the contract; never edited by hand.

/** The check of each frame type that a server sends; a type that is not listed is unknown. */
export declare const frameChecks: Readonly<Record<string, ((frame: unknown) => boolean) | undefined>>;
