import { AsyncLocalStorage } from "node:async_hooks";

const running = new AsyncLocalStorage<string>();

/** What is asked of vendors meanwhile is for that action. */
export function duringAction<Answer>(action: string, work: () => Promise<Answer>): Promise<Answer> {
  return running.run(action, work);
}

export const currentAction = (): string | undefined => running.getStore();
