import type { CallJournal } from "./journal/call-journal.ts";
import type { Calls } from "./journal/calls.ts";
import { connectionId } from "./store/connection-id.ts";
import { Breakers, type BreakerState } from "./vendor/breaker.ts";
import type { Watch } from "./vendor/watch.ts";

/** Whose connection it is, and where it leads. */
interface Place {
  readonly brand: string;
  readonly capability: string;
  readonly party?: string | null | undefined;
  readonly adapter: string;
  /** Where the vendor is, when not at its usual address. */
  readonly origin?: string | null | undefined;
}

export interface LastCall {
  /** ISO 8601. */
  readonly at: string;
  readonly status: number | null;
  readonly failure: string | null;
  /** What the vendor said where it refused, to those who may read the journal. */
  readonly said: string | null;
}

/** What is seen of the connections' calls: their journal, and whether a vendor is there. */
export class Watches {
  readonly #breakers = new Breakers();

  constructor(
    private readonly journal: CallJournal,
    private readonly calls: Pick<Calls, "last">,
  ) {}

  of(place: Place): Watch {
    return { ...this.journal.of(ownerOf(place)), breaker: this.#breakers.of(place.brand, place) };
  }

  /** Of what a person asks now: it goes out whatever was before, and a vendor that answers is there. */
  byPerson(place: Place): Watch {
    const { observe } = this.journal.of(ownerOf(place));
    return {
      observe: (call) => {
        observe(call);
        if (call.answer.ok && call.answer.value.status < 500) this.#breakers.of(place.brand, place).close();
      },
    };
  }

  async told(
    place: Place,
    mayRead: boolean,
  ): Promise<{ readonly state: BreakerState; readonly lastCall: LastCall | null }> {
    const last = await this.calls.last(ownerOf(place));
    const { state } = this.#breakers.of(place.brand, place);
    if (!last) return { state, lastCall: null };
    const { at, status, failure, said } = last;
    return { state, lastCall: { at, status, failure, said: mayRead ? said : null } };
  }
}

const ownerOf = (place: Place) => ({ brand: place.brand, connection: connectionId(place.brand, place) });
