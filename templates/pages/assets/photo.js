// A photograph as it is kept and sent: upright, at most as long as the server keeps it, drawn anew, so that nothing is
// left in the file of where and with what it was taken.
const LONGEST = 1_600;
const QUALITY = 0.92;

/** A JPEG of the file. Throws { problem } when it is no picture that this browser reads. */
export async function shrunk(file) {
  const picture = await pictureOf(file);
  const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const pen = canvas.getContext('2d');
  // What is transparent is white on paper; in a JPEG it would be black.
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY));
}

async function pictureOf(file) {
  try {
    return await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch {
    const { textFailed: title, textNoPicture: detail } = document.body.dataset;
    throw { problem: { title, detail: `${detail} (${file.name})` } };
  }
}
