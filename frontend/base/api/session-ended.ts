type Listener = () => void;

/** Set once the backend says that the session is over; the shell then asks to sign in again without leaving the page. */
class SessionEnded {
  private ended = false;
  private readonly listeners = new Set<Listener>();

  readonly subscribe = (listener: Listener): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly get = (): boolean => this.ended;

  set(): void {
    this.change(true);
  }

  clear(): void {
    this.change(false);
  }

  private change(ended: boolean): void {
    if (this.ended === ended) return;
    this.ended = ended;
    for (const listener of this.listeners) listener();
  }
}

export const sessionEnded = new SessionEnded();
