package com.acmecorp.database.graphql;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.scalars.ExtendedScalars;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLScalarType;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.Locale;

/**
 * The extended scalars' whole numbers, of numbers that are short enough. A number such as 1e999999999 is short to write,
 * but takes minutes and gigabytes to become a BigInteger.
 */
final class WholeNumbers implements Coercing<Object, Object> {

    static final int MOST_DIGITS = 40;

    static final GraphQLScalarType LONG = shortOnes(ExtendedScalars.GraphQLLong);
    static final GraphQLScalarType BIG_INTEGER = shortOnes(ExtendedScalars.GraphQLBigInteger);

    private static final String TOO_LONG = "A whole number has at most %d digits.";

    private final Coercing<?, ?> numbers;

    private WholeNumbers(Coercing<?, ?> numbers) {
        this.numbers = numbers;
    }

    private static GraphQLScalarType shortOnes(GraphQLScalarType type) {
        return type.transform(scalar -> scalar.coercing(new WholeNumbers(type.getCoercing())));
    }

    /** Whether a number's digits, written out without an exponent, are few enough. */
    static boolean isShort(BigDecimal number) {
        return number.precision() <= MOST_DIGITS && Math.abs((long) number.scale()) <= MOST_DIGITS;
    }

    @Override
    public @Nullable Object serialize(Object result, GraphQLContext context, Locale locale) {
        return numbers.serialize(result, context, locale);
    }

    @Override
    public @Nullable Object parseValue(Object input, GraphQLContext context, Locale locale) {
        if (!isShort(input)) {
            throw new CoercingParseValueException(TOO_LONG.formatted(MOST_DIGITS));
        }
        return numbers.parseValue(input, context, locale);
    }

    @Override
    public @Nullable Object parseLiteral(
            Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
        Object value = switch (input) {
            case IntValue number -> number.getValue();
            case FloatValue number -> number.getValue();
            case StringValue text -> text.getValue();
            default -> 0; // is refused as what it is
        };
        if (!isShort(value)) {
            throw new CoercingParseLiteralException(TOO_LONG.formatted(MOST_DIGITS));
        }
        return numbers.parseLiteral(input, variables, context, locale);
    }

    @Override
    public Value<?> valueToLiteral(Object input, GraphQLContext context, Locale locale) {
        return numbers.valueToLiteral(input, context, locale);
    }

    private static boolean isShort(Object input) {
        if (!(input instanceof Number || input instanceof String)) {
            return true; // is refused as what it is
        }
        String digits = input.toString();
        try {
            return digits.length() <= 2 * MOST_DIGITS && isShort(new BigDecimal(digits));
        } catch (NumberFormatException e) {
            return true; // as above
        }
    }
}
