import { decodeQR } from "./qr/decode.js";

const PAUSE = 200;
const WIDTH = 640;

/** Tells each code that the camera sees, for as long as it sees it; rejects where there is none. */
export async function readCodes(video, found) {
  video.srcObject = await navigator.mediaDevices.getUserMedia({
    video: { facingMode: "environment" },
  });
  await video.play();
  const read = await reader(video);
  const look = async () => {
    const code = await read().catch(() => undefined);
    if (code) {
      found(code);
    }
    setTimeout(look, PAUSE);
  };
  look();
}

/** The browser's own detector where it has one for QR codes, and a decoder of this page's elsewhere. */
async function reader(video) {
  const formats = (await window.BarcodeDetector?.getSupportedFormats()) ?? [];
  if (formats.includes("qr_code")) {
    const detector = new BarcodeDetector({ formats: ["qr_code"] });
    return async () => (await detector.detect(video))[0]?.rawValue;
  }
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d", { willReadFrequently: true });
  return async () => {
    canvas.width = WIDTH;
    canvas.height = Math.round((WIDTH * video.videoHeight) / video.videoWidth);
    context.drawImage(video, 0, 0, canvas.width, canvas.height);
    return decodeQR(context.getImageData(0, 0, canvas.width, canvas.height));
  };
}
