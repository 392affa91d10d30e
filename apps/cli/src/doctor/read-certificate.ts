import { connect } from 'node:tls';

export type Certificate = { readonly protocol: string; readonly validTo: number } | { readonly problem: string };

const secondsMax = 10;

/** What the endpoint shows of itself, checked as every request checks it. */
export function readCertificate(url: URL): Promise<Certificate> {
  return new Promise((resolve) => {
    const socket = connect({ host: url.hostname, port: url.port === '' ? 443 : Number(url.port), servername: url.hostname, timeout: secondsMax * 1000 });
    const end = (found: Certificate): void => {
      socket.destroy();
      resolve(found);
    };
    socket.once('secureConnect', () => { end({ protocol: socket.getProtocol() ?? 'TLS', validTo: Date.parse(socket.getPeerCertificate().valid_to) }); });
    socket.once('timeout', () => { end({ problem: `${url.host} did not answer within ${String(secondsMax)} seconds` }); });
    socket.once('error', (error: Error) => { end({ problem: `${url.host}: ${error.message}` }); });
  });
}
