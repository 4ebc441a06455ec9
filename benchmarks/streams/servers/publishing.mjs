// What both JavaScript servers share: their load, the text of an update, the loop.
const words = process.argv.slice(2)

function option(name, otherwise) {
  const at = words.indexOf(`--${name}`)
  return at < 0 ? otherwise : Number(words[at + 1])
}

export const PATH = '/api/v1/ws'
// A listener with more than this unsent makes the publisher wait.
export const HIGH_WATER = 64 * 1024
export const load = {
  port: option('port', 0),
  topics: option('topics', 1),
  turn: option('turn', 1),
  rate: option('rate', 0),
}

export function updateText(topic, seq, monotonicNs) {
  const quote = { t: monotonicNs, bid: 101.25, ask: 101.5, last: 101.25, volume: 123456, name: 'ACME' }
  const payload = { topic: `quotes:{"n":${topic}}`, payload: quote, seq, ts: Date.now() }
  return JSON.stringify({ type: 'quotes.update', payload })
}

// SIGUSR2 begins and ends; the end tells how many there were. `hasRoom` says whether to go on.
export function publishForEver(publish, hasRoom) {
  let wanted = false
  let published = 0
  let next = 0
  let due = 0

  function turn() {
    if (!wanted) return
    if (hasRoom()) {
      for (let count = 0; count < load.turn; count += 1) {
        publish(next)
        next = (next + 1) % load.topics
      }
      published += load.turn
      due += load.rate ? 1000 / load.rate : 0
    }
    if (load.rate) setTimeout(turn, Math.max(0, due - performance.now()))
    else setImmediate(turn)
  }

  process.on('SIGUSR2', () => {
    wanted = !wanted
    due = performance.now()
    if (wanted) turn()
    else console.log('published', published)
  })
}
