package dev.lastseat.domain.fake;

import dev.lastseat.domain.contract.CodeImagesContract;
import dev.lastseat.domain.port.CodeImages;

class FakeCodeImagesTest extends CodeImagesContract {
  @Override
  protected CodeImages open() {
    return new FakeCodeImages();
  }
}
