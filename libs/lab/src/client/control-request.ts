import { request as httpRequest } from 'node:http';

/** The lab does not answer: it is not running, or not yet. */
export class LabDown extends Error {
  constructor(socket: string, options?: ErrorOptions) {
    super(`no lab answers at ${socket}`, options);
    this.name = 'LabDown';
  }
}

/** One call of the control API; throws LabDown, or an Error with the lab's own sentence. */
export function controlRequest<T>(socketPath: string, method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const request = httpRequest({ socketPath, method, path, headers: { 'content-type': 'application/json' } }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => { text += chunk; });
      response.once('error', (cause) => { reject(new LabDown(socketPath, { cause })); });
      response.once('end', () => {
        const answer = JSON.parse(text) as T | { readonly error: string };
        if (response.statusCode === 200) resolve(answer as T);
        else reject(new Error((answer as { readonly error: string }).error));
      });
    });
    request.once('error', (cause) => { reject(new LabDown(socketPath, { cause })); });
    request.end(body === undefined ? undefined : JSON.stringify(body));
  });
}
