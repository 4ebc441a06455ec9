/** What a close code means for the client (rule C2). */

export interface CloseMeaning {
  /** Whether coming back is pointless. */
  terminal: boolean;
  reason: string;
}

const KNOWN: Readonly<Record<number, CloseMeaning>> = {
  1000: { terminal: false, reason: "the server closed the connection" },
  1001: { terminal: false, reason: "the server is going away" },
  1006: { terminal: false, reason: "the connection was lost" },
  1008: { terminal: true, reason: "the server refused this client (policy violation)" },
  1009: { terminal: true, reason: "a frame was too large for the server" },
  1012: { terminal: false, reason: "the server is restarting" },
  4000: { terminal: false, reason: "the server is restarting" },
  4008: { terminal: false, reason: "this client read too slowly" },
  4401: { terminal: false, reason: "the session has expired" },
  4500: { terminal: true, reason: "the credentials were revoked" },
  4508: { terminal: true, reason: "too many bad frames" },
};

export const SESSION_EXPIRED = 4401;
export const DRAINING = 4000;

export function closeMeaning(code: number): CloseMeaning {
  return (
    KNOWN[code] ?? { terminal: code >= 4500 && code <= 4999, reason: `closed with code ${code}` }
  );
}
