/** Chooses the topics of a screen from what the server offers. */

export type AskedTopic = ["quotes", symbol: string] | ["bars", symbol: string, resolution: string];

interface Instrument {
  symbol: string;
  resolutions: string[];
}

/**
 * Every symbol's quote, then bars: each turn takes another resolution of each symbol, so that all
 * of both are there early.
 */
export async function chooseTopics(origin: string, count: number): Promise<AskedTopic[]> {
  const instruments = await offered(origin);
  const topics = [...allTopics(instruments)];
  if (topics.length < count) {
    throw new Error(`expected at most ${topics.length} topics, all that there are, got ${count}`);
  }
  return topics.slice(0, count);
}

function* allTopics(instruments: Instrument[]): Generator<AskedTopic> {
  for (const { symbol } of instruments) yield ["quotes", symbol];
  const turns = Math.max(...instruments.map(({ resolutions }) => resolutions.length));
  for (let turn = 0; turn < turns; turn += 1) {
    for (const [index, { symbol, resolutions }] of instruments.entries()) {
      const resolution = resolutions[(index + turn) % resolutions.length];
      if (turn < resolutions.length && resolution) yield ["bars", symbol, resolution];
    }
  }
}

async function offered(origin: string): Promise<Instrument[]> {
  const found = (await ask(`${origin}/api/v1/datafeed/search?user_input=`)) as { symbol: string }[];
  return Promise.all(
    found.map(async ({ symbol }) => {
      const path = `${origin}/api/v1/datafeed/resolve/${encodeURIComponent(symbol)}`;
      const { supported_resolutions } = (await ask(path)) as { supported_resolutions: string[] };
      return { symbol, resolutions: supported_resolutions };
    }),
  );
}

async function ask(url: string): Promise<unknown> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url} answered with status ${answer.status}`);
  return answer.json();
}
