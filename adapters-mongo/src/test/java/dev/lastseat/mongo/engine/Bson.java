package dev.lastseat.mongo.engine;

import java.nio.ByteBuffer;
import org.bson.BsonBinaryReader;
import org.bson.BsonBinaryWriter;
import org.bson.BsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;

/** Documents as bytes (https://bsonspec.org). */
public final class Bson {
  private static final BsonDocumentCodec CODEC = new BsonDocumentCodec();

  private Bson() {}

  public static BsonDocument read(byte[] bytes) {
    try (BsonBinaryReader reader = new BsonBinaryReader(ByteBuffer.wrap(bytes))) {
      return CODEC.decode(reader, DecoderContext.builder().build());
    }
  }

  public static byte[] write(BsonDocument document) {
    BasicOutputBuffer bytes = new BasicOutputBuffer();
    try (BsonBinaryWriter writer = new BsonBinaryWriter(bytes)) {
      CODEC.encode(writer, document, EncoderContext.builder().build());
    }
    return bytes.toByteArray();
  }
}
