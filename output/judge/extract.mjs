// extract.mjs PDFJS FILE.pdf...: the files' texts on standard output as Firefox's
// viewer reads them, a form feed after each page, a null after each file. PDFJS is
// the folder of pdfjs-dist.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [folder, ...paths] = process.argv.slice(2);
const { getDocument } = await import(pathToFileURL(`${folder}/legacy/build/pdf.mjs`));
let text = "";
for (const path of paths) {
  const document = await getDocument({
    data: new Uint8Array(readFileSync(path)),
    cMapUrl: `${folder}/cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${folder}/standard_fonts/`,
    verbosity: 0,
  }).promise;
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    for (const item of (await page.getTextContent()).items) {
      text += (item.str ?? "").replaceAll("\0", "") + (item.hasEOL ? "\n" : "");
    }
    text += "\n\f";
  }
  await document.destroy();
  text += "\0";
}
process.stdout.write(text);
