/** What the simulated PBX has: calls by their segments, and a book of numbers. Its names are those of the vendor's API. */
export interface Segment {
  readonly SegmentId: number;
  readonly SegmentStartTime: string;
  readonly SegmentEndTime: string;
  readonly CallAnswered: boolean;
  readonly CallTime: string;
  readonly SrcInternal: boolean;
  readonly SrcExternal: boolean;
  readonly SrcDn: string;
  readonly SrcDisplayName: string | null;
  readonly SrcCallerNumber: string | null;
  readonly DstInternal: boolean;
  readonly DstExternal: boolean;
  readonly DstDn: string | null;
  readonly DstDisplayName: string | null;
  readonly DstCallerNumber: string | null;
}

export interface Contact {
  readonly Id: number;
  readonly FirstName: string;
  readonly LastName: string;
  readonly CompanyName: string | null;
  readonly Email: string | null;
  readonly PhoneNumber: string;
  readonly Mobile2: string | null;
  readonly Business: string | null;
  readonly ContactType: "3CX";
}

interface Call {
  readonly at: Date;
  readonly seconds: number;
  /** Of the caller outside, or of whom was called there. */
  readonly number: string | null;
  readonly name?: string;
  readonly extension: { readonly dn: string; readonly name: string };
  readonly isInbound?: boolean;
  readonly isAnswered?: boolean;
}

export class Pbx {
  readonly segments: Segment[] = [];
  readonly contacts: Contact[] = [];

  addCall({ at, seconds, number, name, extension, isInbound = true, isAnswered = true }: Call): Segment {
    const outside = { Dn: "10000", DisplayName: name ?? number, CallerNumber: number, Internal: false, External: true };
    const inside = {
      Dn: extension.dn,
      DisplayName: extension.name,
      CallerNumber: extension.dn,
      Internal: true,
      External: false,
    };
    const [source, destination] = isInbound ? [outside, inside] : [inside, outside];
    const made: Segment = {
      SegmentId: this.segments.length + 1,
      SegmentStartTime: at.toISOString(),
      SegmentEndTime: new Date(at.getTime() + seconds * 1_000).toISOString(),
      CallAnswered: isAnswered,
      CallTime: `PT${Math.floor(seconds / 60)}M${seconds % 60}S`,
      SrcInternal: source.Internal,
      SrcExternal: source.External,
      SrcDn: source.Dn ?? "",
      SrcDisplayName: source.DisplayName,
      SrcCallerNumber: source.CallerNumber,
      DstInternal: destination.Internal,
      DstExternal: destination.External,
      DstDn: destination.Dn,
      DstDisplayName: destination.DisplayName,
      DstCallerNumber: destination.CallerNumber,
    };
    this.segments.push(made);
    return made;
  }

  addContact(contact: Partial<Contact> & Pick<Contact, "LastName" | "PhoneNumber">): Contact {
    const made: Contact = {
      Id: this.contacts.length + 1,
      FirstName: "",
      CompanyName: null,
      Email: null,
      Mobile2: null,
      Business: null,
      ContactType: "3CX",
      ...contact,
    };
    this.contacts.push(made);
    return made;
  }
}
