"use client";
import type { ReactNode } from "react";
import { formatNumber } from "./format-text";
import "./contact-links.css";

interface ContactLinkProps {
  /** As it is stored, or as a person wrote it. */
  readonly to: string;
  readonly children?: ReactNode;
  readonly className?: string;
  /** What a screen reader says, where what is shown is too short. */
  readonly label?: string;
}

/** A telephone number, to be called. */
export const PhoneLink = ({ to, children, label, className = "link-quiet" }: ContactLinkProps) => (
  <a className={className} href={`tel:${to.replace(/[^\d+#*]/g, "")}`} aria-label={label}>
    {children ?? formatNumber(to)}
  </a>
);

/** A mail address, to be written to. */
export const MailLink = ({ to, children, label, className = "link-quiet" }: ContactLinkProps) => (
  <a className={className} href={`mailto:${to}`} aria-label={label}>
    {children ?? to}
  </a>
);
