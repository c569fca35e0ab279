import { constants, deflateRawSync, deflateSync } from "node:zlib";

/** Deflated text that is `times` as long as it was: blocks of deflate stand for themselves. */
function repeated(text: string, times: number, wrapped: boolean): Buffer {
  const block = deflateRawSync(text, { finishFlush: constants.Z_FULL_FLUSH });
  const parts = [...Array<Buffer>(times).fill(block), deflateRawSync("")];
  return Buffer.concat(wrapped ? [deflateSync("").subarray(0, 2), ...parts, Buffer.alloc(4)] : parts);
}

/** An XLSX whose one sheet has millions of rows. */
export function workbookBomb(millionRows: number): Buffer {
  const rows = '<row><c t="n"><v>1</v></c></row>'.repeat(10_000);
  const sheet = Buffer.concat([
    deflateRawSync("<worksheet><sheetData>", { finishFlush: constants.Z_FULL_FLUSH }),
    repeated(rows, millionRows * 100, false),
  ]);
  const size = Math.min(rows.length * millionRows * 100, 0xffff_fffe);
  const plain = (text: string) => ({ data: deflateRawSync(text), size: Buffer.byteLength(text) });
  const relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  return zip({
    "xl/workbook.xml": plain(
      `<workbook xmlns:r="${relation}"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    "xl/_rels/workbook.xml.rels": plain(
      `<Relationships><Relationship Id="rId1" Type="${relation}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    "xl/worksheets/sheet1.xml": { data: sheet, size },
  });
}

function zip(entries: Readonly<Record<string, { data: Buffer; size: number }>>): Buffer {
  const [local, central]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const [name, { data, size }] of Object.entries(entries)) {
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(size, 18);
    common.writeUInt16LE(name.length, 22);
    const entry = Buffer.concat([Buffer.from("PK\x03\x04"), common, Buffer.from(name), data]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    central.push(Buffer.from("PK\x01\x02\x14\x00", "latin1"), common, place, Buffer.from(name));
    local.push(entry);
    offset += entry.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(Object.keys(entries).length, 4);
  end.writeUInt16LE(Object.keys(entries).length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...local, directory, Buffer.from("PK\x05\x06"), end]);
}

/** A PDF that carries an invoice of many megabytes in a few kilobytes. */
export function pdfBomb(megabytes: number): Buffer {
  const attachment = repeated("<a/>".repeat(2 ** 18), megabytes, true);
  const objects = [
    Buffer.from("<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles<</Names[(factur-x.xml) 3 0 R]>>>>>>"),
    Buffer.from("<</Type/Pages/Kids[]/Count 0>>"),
    Buffer.from("<</Type/Filespec/F(factur-x.xml)/EF<</F 4 0 R>>>>"),
    Buffer.concat([
      Buffer.from(`<</Type/EmbeddedFile/Filter/FlateDecode/Length ${attachment.length}>>stream\n`),
      attachment,
      Buffer.from("\nendstream"),
    ]),
  ];
  const parts = [Buffer.from("%PDF-1.7\n")];
  for (const [index, body] of objects.entries())
    parts.push(Buffer.from(`${index + 1} 0 obj\n`), body, Buffer.from("\nendobj\n"));
  parts.push(Buffer.from("trailer<</Root 1 0 R/Size 5>>\n%%EOF"));
  return Buffer.concat(parts);
}
