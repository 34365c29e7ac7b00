// extract.mjs PDFJS FILE.pdf: the file's text on standard output as Firefox's
// viewer reads it, a form feed after each page. PDFJS is the folder of pdfjs-dist.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [folder, path] = process.argv.slice(2);
const { getDocument } = await import(pathToFileURL(`${folder}/legacy/build/pdf.mjs`));
const document = await getDocument({
  data: new Uint8Array(readFileSync(path)),
  cMapUrl: `${folder}/cmaps/`,
  cMapPacked: true,
  standardFontDataUrl: `${folder}/standard_fonts/`,
  verbosity: 0,
}).promise;
let text = "";
for (let number = 1; number <= document.numPages; number++) {
  const page = await document.getPage(number);
  for (const item of (await page.getTextContent()).items) {
    text += (item.str ?? "") + (item.hasEOL ? "\n" : "");
  }
  text += "\n\f";
}
process.stdout.write(text);
