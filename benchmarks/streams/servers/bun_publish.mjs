// Bun's own publish: its native topics, which join what one turn of the loop sends.
import { dlopen } from 'bun:ffi'

import { HIGH_WATER, PATH, load, publishForEver, updateText } from './publishing.mjs'

const CLOCK_MONOTONIC = 1
const CHECKED_A_TURN = 20
const clients = []
const seqs = new Array(load.topics).fill(0)
let nextChecked = 0
let blocked = null

// Its own clock begins with the process.
const { symbols } = dlopen('libc.so.6', { clock_gettime: { args: ['i32', 'ptr'], returns: 'i32' } })
const time = new BigInt64Array(2)

function monotonicNs() {
  symbols.clock_gettime(CLOCK_MONOTONIC, time)
  return Number(time[0]) * 1e9 + Number(time[1])
}

const server = Bun.serve({
  hostname: '127.0.0.1',
  port: load.port,
  fetch(request, own) {
    const isOurs = new URL(request.url).pathname === PATH
    if (isOurs && own.upgrade(request)) return undefined
    return new Response('no such page', { status: 404 })
  },
  websocket: {
    idleTimeout: 0,
    backpressureLimit: 64 * 1024 * 1024,
    open(client) {
      clients.push(client)
    },
    message(client, message) {
      for (const request of [JSON.parse(message)].flat()) {
        client.subscribe(String(request.payload.n))
        client.send('{}')
      }
    },
  },
})
console.log('listening')

function publish(topic) {
  server.publish(String(topic), updateText(topic, ++seqs[topic], monotonicNs()))
}

// Asking each client in each turn would cost more than publishing.
function hasRoom() {
  if (blocked !== null && blocked.getBufferedAmount() > HIGH_WATER) return false
  blocked = null
  for (let count = 0; count < CHECKED_A_TURN; count += 1) {
    const client = clients[nextChecked]
    nextChecked = (nextChecked + 1) % clients.length
    if (client.getBufferedAmount() > HIGH_WATER) blocked = client
  }
  return true
}

publishForEver(publish, hasRoom)
