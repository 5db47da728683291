package vn.trian.portal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import java.beans.PropertyEditorSupport;
import java.io.IOException;
import org.springframework.boot.autoconfigure.jackson.Jackson2ObjectMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;
import vn.trian.shared.Texts;

/** What people type comes in without characters that no paper can show, and never nested without end. */
@ControllerAdvice
class PlainInput {

  /** Levels of objects and lists in one body; the forms need five. */
  private static final int DEPTH = 50;

  @Bean
  static Jackson2ObjectMapperBuilderCustomizer plainJson() {
    return builder -> builder.deserializerByType(String.class, new PrintableText()).postConfigurer(mapper ->
        mapper.getFactory()
            .setStreamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEPTH).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature()));
  }

  /** Parameters and parts of the path. */
  @InitBinder
  void plainParameters(WebDataBinder binder) {
    binder.registerCustomEditor(String.class, new PropertyEditorSupport() {
      @Override
      public void setAsText(String text) {
        setValue(Texts.printable(text));
      }
    });
  }

  /** Also for texts inside of maps and lists. */
  private static final class PrintableText extends StdScalarDeserializer<String> {

    PrintableText() {
      super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
      return Texts.printable(StringDeserializer.instance.deserialize(parser, context));
    }
  }
}
