using GreenFactory.Rules.Facts;

namespace GreenFactory.Rules.Speed.HandWritten;

/// <summary>Turns the library's facts into records. Not part of what is measured.</summary>
internal sealed class RecordReader(FactVocabulary vocabulary, BenchmarkLookup benchmarks)
{
    public FactoryRecord Read(FactoryFacts facts)
    {
        var place = new PlaceKey(facts.Identity.Industry, facts.Identity.Region, facts.Period.Year, CountedIn(facts.Products));
        return new FactoryRecord
        {
            Place = place,
            Benchmarks = benchmarks.Of(place),
            Products = facts.Products is null ? null : [.. facts.Products.Select(p => Read(p, place))],
            AccidentsEnvironmentGravest = Number("accidents.environment.gravest"),
            AccidentsEnvironmentLarger = Number("accidents.environment.larger"),
            AccidentsEnvironmentMajor = Number("accidents.environment.major"),
            AccidentsQualityGravest = Number("accidents.quality.gravest"),
            AccidentsQualityLarger = Number("accidents.quality.larger"),
            AccidentsQualityMajor = Number("accidents.quality.major"),
            AccidentsSafetyGravest = Number("accidents.safety.gravest"),
            AccidentsSafetyLarger = Number("accidents.safety.larger"),
            AccidentsSafetyMajor = Number("accidents.safety.major"),
            ComplianceFoundedLawfully = Flag("compliance.founded_lawfully"),
            ComplianceLawfulConduct = Flag("compliance.lawful_conduct"),
            CompliancePromisesKept = Flag("compliance.promises_kept"),
            EcodesignFollowsGuideline = Flag("ecodesign.follows_guideline"),
            EcodesignIntroduced = Flag("ecodesign.introduced"),
            EcodesignProductConforms = Flag("ecodesign.product_conforms"),
            EmissionAirLimitsMet = Flag("emission.air.limits_met"),
            EmissionAirPresent = Flag("emission.air.present"),
            EmissionAirTotalMet = Flag("emission.air.total_met"),
            EmissionNoiseWithinLimits = Flag("emission.noise.within_limits"),
            EmissionSolidHandledToStandard = Flag("emission.solid.handled_to_standard"),
            EmissionSolidPresent = Flag("emission.solid.present"),
            EmissionSolidRestToQualifiedFirm = Flag("emission.solid.rest_to_qualified_firm"),
            EmissionWaterLimitsMet = Flag("emission.water.limits_met"),
            EmissionWaterPresent = Flag("emission.water.present"),
            EmissionWaterQualifiedPlant = Flag("emission.water.qualified_plant"),
            EmissionWaterTotalMet = Flag("emission.water.total_met"),
            EnergyInputCleanEnergy = Number("energy_input.clean_energy"),
            EnergyInputManagementCentre = Flag("energy_input.management_centre"),
            EnergyInputMixOptimised = Flag("energy_input.mix_optimised"),
            EnergyInputPvPlant = Flag("energy_input.pv_plant"),
            EnergyInputReduced = Flag("energy_input.reduced"),
            EnergyInputRenewablesAndWasteHeat = Number("energy_input.renewables_and_waste_heat"),
            EnergyInputSmartMicrogrid = Flag("energy_input.smart_microgrid"),
            EquipmentEconomicOperation = Flag("equipment.economic_operation"),
            EquipmentEfficiencyLimitsMet = Flag("equipment.efficiency_limits_met"),
            EquipmentEntryRulesMet = Flag("equipment.entry_rules_met"),
            EquipmentObsoleteOverdue = Number("equipment.obsolete_overdue"),
            EquipmentSavingModels = Number("equipment.saving_models"),
            EquipmentSpecialEquipmentSaves = Flag("equipment.special_equipment_saves"),
            EquipmentTreatmentCapacitySufficient = Flag("equipment.treatment_capacity_sufficient"),
            EquipmentTreatmentEnergyConforms = Flag("equipment.treatment_energy_conforms"),
            EquipmentTreatmentNeeded = Flag("equipment.treatment_needed"),
            FootprintCalculated = Flag("footprint.calculated"),
            FootprintLowCarbonProduct = Flag("footprint.low_carbon_product"),
            FootprintLowCarbonStandardExists = Flag("footprint.low_carbon_standard_exists"),
            FootprintPublished = Flag("footprint.published"),
            FootprintUsedToImprove = Number("footprint.used_to_improve"),
            GhgAccounted = Flag("ghg.accounted"),
            GhgPublished = Flag("ghg.published"),
            GhgReported = Flag("ghg.reported"),
            GhgUsedToImprove = Number("ghg.used_to_improve"),
            GhgVerified = Flag("ghg.verified"),
            HazardousLeaksAvoided = Flag("hazardous.leaks_avoided"),
            HazardousLimitsMet = Flag("hazardous.limits_met"),
            HazardousReduced = Flag("hazardous.reduced"),
            HazardousSubstancesUsed = Flag("hazardous.substances_used"),
            HazardousSubstituted = Number("hazardous.substituted"),
            InfrastructureBuildingEnergy = Number("infrastructure.building_energy"),
            InfrastructureBuildingMaterials = Number("infrastructure.building_materials"),
            InfrastructureBuildingRenewableEnergy = Number("infrastructure.building_renewable_energy"),
            InfrastructureBuildingRenewableShare = Number("infrastructure.building_renewable_share"),
            InfrastructureBuildingsLawful = Flag("infrastructure.buildings_lawful"),
            InfrastructureDangerousRoomsApart = Flag("infrastructure.dangerous_rooms_apart"),
            InfrastructureDangerousRoomsPresent = Flag("infrastructure.dangerous_rooms_present"),
            InfrastructureEnergyReviewKept = Flag("infrastructure.energy_review_kept"),
            InfrastructureFinishingMaterialsConform = Flag("infrastructure.finishing_materials_conform"),
            InfrastructureGreening = Number("infrastructure.greening"),
            InfrastructureIndoorPollutantsWithinLimits = Flag("infrastructure.indoor_pollutants_within_limits"),
            InfrastructureLandIndexKept = Flag("infrastructure.land_index_kept"),
            InfrastructureLowResourceStructure = Number("infrastructure.low_resource_structure"),
            InfrastructureMultiStoreyFeasible = Flag("infrastructure.multi_storey_feasible"),
            InfrastructureMultiStoreyWorkshop = Flag("infrastructure.multi_storey_workshop"),
            InfrastructureNewOrAlteredBuildings = Flag("infrastructure.new_or_altered_buildings"),
            InfrastructureOutdoorArea = Number("infrastructure.outdoor_area"),
            InfrastructurePermeableArea = Number("infrastructure.permeable_area"),
            InfrastructurePermeableShare = Number("infrastructure.permeable_share"),
            InfrastructureShadedWalkways = Number("infrastructure.shaded_walkways"),
            InfrastructureThreeSimultaneitiesKept = Flag("infrastructure.three_simultaneities_kept"),
            InfrastructureWaterFittingsSaving = Number("infrastructure.water_fittings_saving"),
            LandArea = Number("land.area"),
            LandBuildingDensity = Number("land.building_density"),
            LandBuildingFootprint = Number("land.building_footprint"),
            LandCapacity = Number("land.capacity"),
            LandCapacityPerArea = Number("land.capacity_per_area"),
            LandFloorArea = Number("land.floor_area"),
            LandFloorAreaRatio = Number("land.floor_area_ratio"),
            LandOutputValue = Number("land.output_value"),
            LandRepresentativeTimeQuota = Number("land.representative_time_quota"),
            LandStructureArea = Number("land.structure_area"),
            LandStructureFootprint = Number("land.structure_footprint"),
            LightingArtificialLightConforms = Flag("lighting.artificial_light_conforms"),
            LightingDaylightUsed = Flag("lighting.daylight_used"),
            LightingEnergySavingShare = Number("lighting.energy_saving_share"),
            LightingGradedDesign = Flag("lighting.graded_design"),
            LightingLampsEnergySaving = Number("lighting.lamps.energy_saving"),
            LightingLampsTotal = Number("lighting.lamps.total"),
            LightingSharedAreasControlled = Flag("lighting.shared_areas_controlled"),
            ManagementAnnualTargets = Flag("management.annual_targets"),
            ManagementDutiesAssigned = Flag("management.duties_assigned"),
            ManagementEnergyCertified = Flag("management.energy_certified"),
            ManagementEnergySystem = Flag("management.energy_system"),
            ManagementEnvironmentCertified = Flag("management.environment_certified"),
            ManagementEnvironmentSystem = Flag("management.environment_system"),
            ManagementGreenFactoryBody = Flag("management.green_factory_body"),
            ManagementLeadership = Flag("management.leadership"),
            ManagementOhsCertified = Flag("management.ohs_certified"),
            ManagementOhsSystem = Flag("management.ohs_system"),
            ManagementPlan = Flag("management.plan"),
            ManagementQualityCertified = Flag("management.quality_certified"),
            ManagementQualitySystem = Flag("management.quality_system"),
            ManagementSocialResponsibilityReport = Flag("management.social_responsibility_report"),
            ManagementTargetResponsibility = Flag("management.target_responsibility"),
            ManagementTraining = Flag("management.training"),
            MaterialGreenTotal = Number("material.green.total"),
            MaterialGreenUsed = Number("material.green.used"),
            MaterialGreenRate = Number("material.green_rate"),
            MeteringByType = Flag("metering.by_type"),
            MeteringEnergyMetersFitted = Flag("metering.energy_meters_fitted"),
            MeteringSeparateUsesMetered = Number("metering.separate_uses.metered"),
            MeteringSeparateUsesPresent = Number("metering.separate_uses.present"),
            MeteringWaterMetersFitted = Flag("metering.water_meters_fitted"),
            OutputValue = Number("output.value"),
            ProcurementEnvironmentalInformation = Number("procurement.environmental_information"),
            ProcurementEnvironmentalSupplierCriteria = Flag("procurement.environmental_supplier_criteria"),
            ProcurementGreenSupplyChain = Number("procurement.green_supply_chain"),
            ProcurementIncomingInspection = Flag("procurement.incoming_inspection"),
            ProductEnergyAdvancedMet = Flag("product_energy.advanced_met"),
            ProductEnergyEnergyRelated = Flag("product_energy.energy_related"),
            ProductEnergyIndustryLeading = Flag("product_energy.industry_leading"),
            ProductEnergyIndustryMeanReached = Flag("product_energy.industry_mean_reached"),
            ProductEnergyLimitMet = Flag("product_energy.limit_met"),
            ProductEnergyStandardExists = Flag("product_energy.standard_exists"),
            RecyclabilityRateCalculated = Flag("recyclability.rate_calculated"),
            RecyclabilityUsedToImprove = Number("recyclability.used_to_improve"),
            ResourceInputGreenMaterialsAccounted = Flag("resource_input.green_materials_accounted"),
            ResourceInputHighGwpGasesReplaced = Number("resource_input.high_gwp_gases_replaced"),
            ResourceInputHighGwpGasesUsed = Flag("resource_input.high_gwp_gases_used"),
            ResourceInputMaterialSavingAssessed = Flag("resource_input.material_saving_assessed"),
            ResourceInputMaterialsReduced = Flag("resource_input.materials_reduced"),
            ResourceInputRecycledMaterials = Number("resource_input.recycled_materials"),
            ResourceInputSubstitutionAssessed = Flag("resource_input.substitution_assessed"),
            ResourceInputWaterSavingAssessed = Flag("resource_input.water_saving_assessed"),
            ResourceInputWaterSavingMet = Flag("resource_input.water_saving_met"),
            WasteGenerated = Number("waste.generated"),
            WasteStockUtilised = Number("waste.stock_utilised"),
            WasteUtilisationRate = Number("waste.utilisation_rate"),
            WasteUtilised = Number("waste.utilised"),
            WastewaterDischarged = Number("wastewater.discharged"),
            WastewaterReuseRate = Number("wastewater.reuse_rate"),
            WastewaterReused = Number("wastewater.reused"),
        };

        Amount Number(string path) => ToAmount(facts.Cells[Slot(path)]);

        Answer Flag(string path) => ToAnswer(facts.Cells[Slot(path)]);
    }

    private ProductRecord Read(FactoryProduct product, PlaceKey place)
    {
        var key = new ProductKey(place, product.Cells[Slot("product.kind")].Reference as string, product.CountedIn?.Dimension.Id);
        return new ProductRecord
        {
            Key = key,
            Benchmarks = benchmarks.Of(key),
            Capacity = Number("product.capacity"),
            CapacityFactor = Number("product.capacity_factor"),
            Carbon = Number("product.carbon"),
            CarbonPerUnit = Number("product.carbon_per_unit"),
            Energy = Number("product.energy"),
            EnergyPerOutputValue = Number("product.energy_per_output_value"),
            EnergyPerUnit = Number("product.energy_per_unit"),
            Material = Number("product.material"),
            MaterialPerUnit = Number("product.material_per_unit"),
            OutputValue = Number("product.output_value"),
            PollutantGenerated = Number("product.pollutant_generated"),
            PollutantGeneratedPerUnit = Number("product.pollutant_generated_per_unit"),
            QualifiedOutput = Number("product.qualified_output"),
            TimeQuota = Number("product.time_quota"),
            WastegasGenerated = Number("product.wastegas_generated"),
            WastegasGeneratedPerUnit = Number("product.wastegas_generated_per_unit"),
            WastewaterGenerated = Number("product.wastewater_generated"),
            WastewaterGeneratedPerUnit = Number("product.wastewater_generated_per_unit"),
        };

        Amount Number(string path) => ToAmount(product.Cells[Slot(path)]);
    }

    /// <summary>The dimension that all products share; null when they differ or one does not say.</summary>
    private static string? CountedIn(IReadOnlyList<FactoryProduct>? products)
    {
        string?[] dimensions = [.. (products ?? []).Select(p => p.CountedIn?.Dimension.Id).Distinct()];
        return dimensions.Length == 1 ? dimensions[0] : null;
    }

    private int Slot(string path) => vocabulary.Find(path)!.Slot;

    private static Amount ToAmount(in FactCell cell) => cell.State switch
    {
        FactState.Known => new Amount(cell.Number),
        FactState.NotApplicable => Amount.NotApplicable,
        _ => default,
    };

    private static Answer ToAnswer(in FactCell cell) => cell.State switch
    {
        FactState.Known => Answers.Of(cell.Flag),
        FactState.NotApplicable => Answer.NotApplicable,
        _ => Answer.Unknown,
    };
}
