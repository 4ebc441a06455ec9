// Node and `ws`: an update is encoded once and sent to one listener after the other.
import { createRequire } from 'node:module'

import { HIGH_WATER, PATH, load, publishForEver, updateText } from './publishing.mjs'

const { WebSocket, WebSocketServer } = createRequire(`${process.env.PEERS}/`)('ws')
const listeners = Array.from({ length: load.topics }, () => new Set())
const seqs = new Array(load.topics).fill(0)
let blocked = null

const server = new WebSocketServer({ host: '127.0.0.1', port: load.port, path: PATH, backlog: 4096 })
server.on('listening', () => console.log('listening'))
server.on('connection', (client) => {
  client.on('message', (message) => {
    for (const request of [JSON.parse(message)].flat()) {
      listeners[request.payload.n].add(client)
      client.send('{}')
    }
  })
})

function publish(topic) {
  const text = updateText(topic, ++seqs[topic], Number(process.hrtime.bigint()))
  const update = Buffer.from(text)
  for (const client of listeners[topic]) {
    if (client.readyState !== WebSocket.OPEN) continue
    client.send(update, { binary: false })
    if (client.bufferedAmount > HIGH_WATER) blocked = client
  }
}

publishForEver(publish, () => blocked === null || blocked.bufferedAmount <= HIGH_WATER)
