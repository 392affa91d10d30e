import { Duplex } from 'node:stream';
import { type ClientChannel } from 'ssh2';

/**
 * An ssh2 channel as an ordinary stream. A channel's own destroy() waits for the far side to agree, for ever on a connection that went
 * silent; this one closes when it is told to.
 */
export function channelStream(channel: ClientChannel): Duplex {
  const stream = new Duplex({
    read() { channel.resume(); },
    write(chunk: Buffer, _encoding, done) { channel.write(chunk, (error?: Error | null) => { done(error); }); },
    final(done) {
      channel.end();
      done();
    },
    destroy(error, done) {
      channel.destroy();
      done(error);
    },
  });
  channel.on('data', (chunk: Buffer) => { if (!stream.push(chunk)) channel.pause(); });
  channel.on('end', () => { stream.push(null); });
  channel.on('close', () => { stream.destroy(); });
  channel.on('error', () => undefined);
  stream.on('error', () => undefined);
  return stream;
}
