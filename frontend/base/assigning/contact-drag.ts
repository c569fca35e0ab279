"use client";
import { type DragEvent, useState } from "react";
import { useCan } from "@/base/viewer/viewer";
import { type AssignedContact, type AssignmentTarget, useAssignContact } from "./assign-contact";

const format = "application/x-softwhere-contact";

/** Makes an element a contact that can be dragged to a site or a billing site. */
export function useContactDrag(contact: AssignedContact) {
  const can = useCan();
  if (!can("create sw_assignment")) return {};
  return {
    draggable: true,
    onDragStart: (event: DragEvent) => {
      event.dataTransfer.setData(format, JSON.stringify({ id: contact.id, name: contact.name }));
      event.dataTransfer.effectAllowed = "link";
    },
  };
}

/** Makes an element a place where a contact can be dropped; `data-over` while one is above it. */
export function useContactDrop(target: AssignmentTarget) {
  const assign = useAssignContact();
  const [over, setOver] = useState(false);
  const carriesContact = (event: DragEvent) => event.dataTransfer.types.includes(format);
  return {
    "data-over": over || undefined,
    onDragOver: (event: DragEvent) => {
      if (!carriesContact(event)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = "link";
      setOver(true);
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      setOver(false);
      const contact = contactOf(event.dataTransfer.getData(format));
      if (!contact) return;
      event.preventDefault();
      void assign(contact, target.type === "sw_site" ? "site" : "billing", target);
    },
  };
}

function contactOf(text: string): AssignedContact | undefined {
  try {
    const { id, name } = JSON.parse(text) as Partial<AssignedContact>;
    return id && name ? { id, name } : undefined;
  } catch {
    return undefined;
  }
}
