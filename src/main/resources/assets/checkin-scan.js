// The camera of the door. Browsers that read codes by themselves do; for all others ZXing reads them, which is loaded
// when it is needed.
"use strict";

window.doorScan = (() => {
  const ZXING = "/assets/webjars/html5-qrcode/2.2.1/third_party/zxing-js.umd.min.js";
  const WIDEST = 800;
  const PAUSE = 200; // milliseconds

  async function native() {
    try {
      return (await window.BarcodeDetector.getSupportedFormats()).includes("qr_code");
    } catch {
      return false;
    }
  }

  let loading = null;
  function load() {
    loading ??= new Promise((done, failed) => {
      document.head.append(Object.assign(document.createElement("script"), { src: ZXING, onload: done, onerror: failed }));
    }).catch(fault => {
      loading = null;
      throw fault;
    });
    return loading;
  }

  async function decoder() {
    if (await native()) {
      const detector = new BarcodeDetector({ formats: ["qr_code"] });
      return async video => (await detector.detect(video))[0]?.rawValue ?? null;
    }
    return byZxing();
  }

  async function byZxing() {
    await load();
    const { BinaryBitmap, DecodeHintType, HTMLCanvasElementLuminanceSource, HybridBinarizer, QRCodeReader } = window.ZXing;
    const canvas = document.createElement("canvas");
    const hints = new Map([[DecodeHintType.TRY_HARDER, true]]);
    return async video => {
      const scale = Math.min(1, WIDEST / Math.max(video.videoWidth, video.videoHeight, 1));
      canvas.width = Math.round(video.videoWidth * scale);
      canvas.height = Math.round(video.videoHeight * scale);
      if (canvas.width === 0) return null;
      canvas.getContext("2d", { willReadFrequently: true }).drawImage(video, 0, 0, canvas.width, canvas.height);
      try {
        const picture = new BinaryBitmap(new HybridBinarizer(new HTMLCanvasElementLuminanceSource(canvas)));
        return new QRCodeReader().decode(picture, hints).getText();
      } catch {
        return null; // no code in this picture
      }
    };
  }

  // Tells what the camera sees until it is stopped. False: there is no camera, or nothing that reads.
  async function start(video, seen) {
    let decode;
    try {
      decode = await decoder();
      video.srcObject = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
      await video.play();
    } catch {
      stop(video);
      return false;
    }
    watch(video, decode, seen);
    return true;
  }

  async function watch(video, first, seen) {
    let decode = first;
    while (video.srcObject) {
      const text = await decode(video).catch(async () => {
        // Some browsers promise to read codes and then do not.
        decode = await byZxing().catch(() => first);
        return null;
      });
      if (text) seen(text);
      await new Promise(resolve => { setTimeout(resolve, PAUSE); });
    }
  }

  function stop(video) {
    video.srcObject?.getTracks().forEach(track => track.stop());
    video.srcObject = null;
  }

  return { possible: () => Boolean(navigator.mediaDevices?.getUserMedia), files: async () => await native() ? [] : [ZXING], start, stop };
})();
