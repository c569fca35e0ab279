"use client";
import { useTranslations } from "next-intl";
import { Component, type ComponentType, type ReactNode, Suspense, lazy, useState } from "react";
import { ErrorNotice } from "@/ui/error-notice";
import { toWarmUp } from "./warm-up";

/** The part's code did not arrive. Anything a part throws by itself is another matter and goes on to the page. */
class PartNotLoaded extends Error {}

/**
 * A part of the console whose code the first page does without: it is loaded when it is first shown, or before, when the browser has nothing to
 * do (`WarmUp`). Where loading fails, the person is told in its place and can try again; the rest of the page keeps working.
 */
export function onDemand<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  Waiting: ComponentType = Nothing,
): ComponentType<Props> {
  let loaded: ComponentType<Props> | undefined;
  const fetchPart = async () => {
    try {
      loaded = await load();
      return { default: loaded };
    } catch (cause) {
      throw new PartNotLoaded("a part of the console could not be loaded", { cause });
    }
  };
  let waiting = lazy(fetchPart);
  toWarmUp.push(fetchPart);
  return function OnDemand(props: Props) {
    // Kept for the life of this use: another component in its place would lose what was typed.
    const [Part, setPart] = useState<ComponentType<Props>>(() => loaded ?? waiting);
    const retry = () => {
      waiting = lazy(fetchPart);
      setPart(() => waiting);
    };
    return (
      <LoadFailure onRetry={retry}>
        <Suspense fallback={<Waiting />}>
          <Part {...props} />
        </Suspense>
      </LoadFailure>
    );
  };
}

class LoadFailure extends Component<{ onRetry: () => void; children: ReactNode }, { error: unknown }> {
  override state = { error: undefined as unknown };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override render() {
    const { error } = this.state;
    if (error === undefined) return this.props.children;
    if (!(error instanceof PartNotLoaded)) throw error;
    return (
      <NotLoaded
        onRetry={() => {
          this.props.onRetry();
          this.setState({ error: undefined });
        }}
      />
    );
  }
}

function NotLoaded({ onRetry }: { onRetry: () => void }) {
  const t = useTranslations("onDemand");
  return <ErrorNotice message={t("failed")} retryLabel={t("retry")} onRetry={onRetry} />;
}

function Nothing() {
  return null;
}
