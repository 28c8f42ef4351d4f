// yaml-language-server over its standard streams: documents go in, what an editor would show comes out.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

export class Server {
  #process;
  #input = Buffer.alloc(0);
  #pending = new Map();
  #diagnostics = new Map();
  #lastId = 0;
  #stopping = false;

  static async start(package_, root) {
    const server = new Server();
    const program = join(package_, 'out/server/src/server.js');
    server.#process = spawn(process.execPath, [program, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    server.#process.stdout.on('data', chunk => server.#receive(chunk));
    server.#process.on('exit', code => {
      if (!server.#stopping) throw new Error(`yaml-language-server ended with ${code}`);
    });
    const completionItem = { snippetSupport: true, documentationFormat: ['markdown', 'plaintext'] };
    await server.#request('initialize', {
      processId: process.pid,
      rootUri: pathToFileURL(root).href,
      capabilities: {
        workspace: { configuration: true },
        textDocument: { completion: { completionItem }, hover: { contentFormat: ['markdown'] }, publishDiagnostics: {} },
      },
    });
    server.#send({ method: 'initialized', params: {} });
    return server;
  }

  // Opens a document and gives its diagnostics.
  diagnose(uri, text) {
    return new Promise(resolve => {
      this.#diagnostics.set(uri, resolve);
      this.#send({ method: 'textDocument/didOpen', params: { textDocument: { uri, languageId: 'yaml', version: 1, text } } });
    });
  }

  async complete(uri, position) {
    const list = await this.#request('textDocument/completion', { textDocument: { uri }, position });
    return list.items;
  }

  async hover(uri, position) {
    const hover = await this.#request('textDocument/hover', { textDocument: { uri }, position });
    return hover?.contents.value ?? '';
  }

  stop() {
    this.#stopping = true;
    this.#process.kill();
  }

  #request(method, params) {
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { resolve, reject });
      this.#send({ id, method, params });
    });
  }

  #send(message) {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
    this.#process.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
    this.#process.stdin.write(body);
  }

  #receive(chunk) {
    this.#input = Buffer.concat([this.#input, chunk]);
    for (;;) {
      const end = this.#input.indexOf('\r\n\r\n');
      if (end < 0) return;
      const length = Number(/Content-Length: (\d+)/i.exec(this.#input.toString('latin1', 0, end))[1]);
      if (this.#input.length < end + 4 + length) return;
      const message = JSON.parse(this.#input.toString('utf8', end + 4, end + 4 + length));
      this.#input = this.#input.subarray(end + 4 + length);
      this.#handle(message);
    }
  }

  #handle({ id, method, params, result, error }) {
    if (method === 'textDocument/publishDiagnostics') {
      this.#diagnostics.get(params.uri)?.(params.diagnostics);
    } else if (method !== undefined && id !== undefined) {
      this.#send({ id, result: method === 'workspace/configuration' ? params.items.map(item => Server.#settings(item.section)) : null });
    } else if (id !== undefined) {
      const { resolve, reject } = this.#pending.get(id);
      this.#pending.delete(id);
      if (error) reject(new Error(error.message));
      else resolve(result);
    }
  }

  // Nothing from the network: the schema of a document is what its first line names.
  static #settings(section) {
    return section === 'yaml' ? { schemaStore: { enable: false }, validate: true, completion: true, hover: true } : null;
  }
}
