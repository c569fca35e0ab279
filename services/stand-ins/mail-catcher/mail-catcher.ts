import PostalMime from "postal-mime";
import { SMTPServer } from "smtp-server";

export interface CaughtMail {
  readonly id: number;
  readonly from: string;
  readonly to: readonly string[];
  readonly messageId: string;
  readonly subject: string;
  readonly date: string;
  readonly text: string;
  readonly html: string;
  /** Address that answers go to. */
  readonly replyTo: string | null;
  readonly attachments: readonly { readonly fileName: string; readonly type: string; readonly base64: string }[];
}

/** What the catcher does with the next mails, so that a test sees what a bad mail server makes of us. */
export type Behaviour =
  | "accept"
  | "refuse recipient"
  | "refuse for now"
  | "drop during data"
  | "accept and drop"
  | "slow";

export interface MailCatcher {
  readonly port: number;
  readonly mails: readonly CaughtMail[];
  /** Connections that asked for something, refused ones included. */
  readonly tries: () => number;
  behave(behaviour: Behaviour): void;
  clear(): void;
  close(): Promise<void>;
}

const mostKept = 500;

/** An SMTP server that keeps what it gets in memory and sends nothing on. It binds the port, or the next free one of `tries`; 0 is any. */
export async function startMailCatcher(port = 0, hostname = "127.0.0.1", tries = 1): Promise<MailCatcher> {
  for (let offset = 0; ; offset += 1) {
    try {
      return await startAt(port + offset, hostname);
    } catch (error) {
      const busy = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
      if (!busy || port === 0 || offset + 1 >= tries) throw error;
    }
  }
}

/** Addresses that no mail ever reaches. */
const refusedDomain = "@refused.example";

async function startAt(port: number, hostname: string): Promise<MailCatcher> {
  const mails: CaughtMail[] = [];
  let behaviour: Behaviour = "accept";
  let tries = 0;
  let next = 1;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    logger: false,
    onMailFrom: (_address, _session, callback) => {
      tries += 1;
      callback();
    },
    onRcptTo: ({ address }, _session, callback) => {
      if (behaviour === "refuse recipient" || address.endsWith(refusedDomain))
        callback(answer(550, "no such mailbox here"));
      else if (behaviour === "refuse for now") callback(answer(451, "try again later"));
      else callback();
    },
    onData: (stream, session, callback) => {
      const chunks: Buffer[] = [];
      // What a cable pulled out does: the sender can't know how far it came.
      const cut = () => {
        for (const connection of server.connections)
          if (connection.session?.id === session.id) connection._socket?.destroy();
      };
      stream.on("data", (chunk: Buffer) => {
        chunks.push(chunk);
        if (behaviour === "drop during data") cut();
      });
      stream.on("end", () => {
        const keep = async () => {
          const mail = await PostalMime.parse(Buffer.concat(chunks), { attachmentEncoding: "base64" });
          const { mailFrom, rcptTo } = session.envelope;
          mails.push({
            id: next++,
            from: mail.from?.name ? `${mail.from.name} <${mail.from.address}>` : mailFrom ? mailFrom.address : "",
            to: rcptTo.map(({ address }) => address),
            messageId: mail.messageId ?? "",
            subject: mail.subject ?? "",
            date: mail.date ?? "",
            text: mail.text ?? "",
            html: mail.html ?? "",
            replyTo: mail.replyTo?.[0]?.address ?? null,
            attachments: mail.attachments.map(({ filename, mimeType, content }) => ({
              fileName: filename ?? "",
              type: mimeType,
              base64: String(content),
            })),
          });
          if (mails.length > mostKept) mails.shift();
        };
        if (behaviour === "drop during data") return;
        void keep().then(() => {
          if (behaviour === "accept and drop") cut();
          else if (behaviour === "slow") setTimeout(() => callback(), 3_000);
          else callback();
        });
      });
    },
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, hostname, () => resolve());
  });
  server.removeAllListeners("error").on("error", () => undefined);
  return {
    port: portOf(server.server.address()),
    mails,
    tries: () => tries,
    behave: (wanted) => {
      behaviour = wanted;
    },
    clear: () => void mails.splice(0),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function answer(responseCode: number, text: string): Error {
  return Object.assign(new Error(text), { responseCode });
}

function portOf(address: unknown): number {
  return typeof address === "object" && address !== null && "port" in address ? Number(address.port) : 0;
}
