package dev.lastseat.graphql.query;

import graphql.ExecutionResult;
import graphql.GraphQLContext;
import graphql.analysis.QueryTraverser;
import graphql.execution.ExecutionContext;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import graphql.parser.ParserOptions;
import graphql.validation.QueryComplexityLimits;
import java.util.Objects;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Looks at what a request asks for before anything of it is read, and counts what it costs. */
public final class QueryLimits extends SimplePerformantInstrumentation {
  static final int MAX_CHARACTERS = 10_000;
  static final int MAX_TOKENS = 1_000;

  /** Those of fragments count wherever they are spread. */
  static final int MAX_FIELDS = 1_000;

  /** The schema is asked for by a query that is deeper than any other. */
  private static final int MAX_DEPTH_OF_ALL = 16;

  private static final Class<IntConsumer> COST = IntConsumer.class;

  /** Those of the parser and of the validation, which know nothing of what a field means. */
  public static void addTo(GraphQLContext.Builder context, IntConsumer cost) {
    context.put(COST, cost);
    context.put(
        ParserOptions.class,
        ParserOptions.newParserOptions()
            .maxCharacters(MAX_CHARACTERS)
            .maxTokens(MAX_TOKENS)
            .maxWhitespaceTokens(MAX_CHARACTERS)
            .captureIgnoredChars(false)
            .captureLineComments(false)
            .build());
    context.put(
        QueryComplexityLimits.KEY,
        QueryComplexityLimits.newLimits()
            .maxDepth(MAX_DEPTH_OF_ALL)
            .maxFieldsCount(MAX_FIELDS)
            .build());
  }

  @Override
  public @Nullable InstrumentationContext<ExecutionResult> beginExecuteOperation(
      InstrumentationExecuteOperationParameters parameters, InstrumentationState state) {
    ExecutionContext execution = parameters.getExecutionContext();
    QuerySize size =
        QueryTraverser.newQueryTraverser()
            .schema(execution.getGraphQLSchema())
            .document(execution.getDocument())
            .operationName(execution.getExecutionInput().getOperationName())
            .coercedVariables(execution.getCoercedVariables())
            .build()
            .reducePreOrder((field, total) -> total.with(field), QuerySize.NONE);
    size.require();
    Objects.requireNonNull(execution.getGraphQLContext().<IntConsumer>get(COST))
        .accept(size.requests());
    return super.beginExecuteOperation(parameters, state);
  }
}
